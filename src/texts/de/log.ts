/** What the server's log says about its store, for whoever looks after the machine. */
export const log = {
  storeUnavailable:
    'Der Server kann nicht speichern (Datenträger voll oder schreibgeschützt?). Bitte Platz schaffen; bis dahin werden Anfragen abgelehnt, Anzeige und Auskunft gehen weiter.',
  accessUnreadable:
    'Die Zugangsschlüssel (access.json) sind nicht lesbar. Es gelten die zuletzt gelesenen; bitte prüfen: beo verify.',
  notEncrypted:
    'Verbindungen zu diesem Server sind nicht verschlüsselt. Im Netz gehören --tls-cert und --tls-key oder ein Reverse-Proxy davor.',
  storeAvailable: 'Der Server kann wieder speichern.',
  storeInDoubt:
    'Fehler beim Speichern: Der Server hält an und muss neu gestartet werden. Ob die letzten Anfragen noch ankamen, zeigt sich danach.',
};
