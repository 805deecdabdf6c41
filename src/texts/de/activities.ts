/** Activities that every site has: case work 4.1 to 4.3 (R108) and reinforcing the reception (R77). */
export const activities = {
  '4.1': 'Datenpflege (4.1)',
  '4.2': 'Freigabe der Leistung (4.2)',
  '4.3': 'Postbearbeitung (4.3)',
  reinforcement: 'Verstärkung des Empfangs',
};
