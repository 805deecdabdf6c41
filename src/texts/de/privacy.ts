/** The data-protection instruction: one page for everybody who works with beo. */
export const privacy = {
  title: 'Datenschutz am Arbeitsplatz',
  introduction:
    'Für alle, die mit beo arbeiten. Diese Seite begleitet die Unterweisung durch Ihre Leitung und ersetzt sie nicht.',
  /** @param keys what covers the reception's screen, and what takes the last action back */
  sections: (keys: { readonly cover: string; readonly undo: string }) => [
    {
      title: 'Was beo speichert',
      lines: [
        'Eine Nummer, das Anliegen aus einer festen Liste, wohin verwiesen wurde, Merkmale, Ergebnis, Platz und Zeiten.',
        'Einzelne Einträge löscht beo nach der Frist Ihres Hauses, ohne andere Einstellung nach 14 Tagen. Danach bleiben nur Zählungen.',
      ],
    },
    {
      title: 'Was nicht hineingehört',
      lines: [
        'Namen, Geburtsdaten, Kunden- und Aktennummern, Gesundheit, Herkunft, Gründe. beo hat dafür kein Feld. Tippen Sie so etwas auch nicht in eine Suche.',
        'Auch Beschäftigte stehen nicht in beo. Plätze haben keine Konten, und keine Auswertung nennt einen Platz.',
      ],
    },
    {
      title: 'Am Empfang: leise und verdeckt',
      lines: [
        'Wiederholen Sie ein Anliegen nicht laut. Fragen Sie so, dass ein Ja oder Nein genügt.',
        'Bitten Sie um Abstand. Drehen Sie den Bildschirm so, dass nur Sie ihn sehen.',
        `Kommt jemand zu nah, verdeckt ${keys.cover} den Bildschirm. Sperren Sie den Rechner, wenn Sie weggehen.`,
        'Rufen Sie nur Nummer und Platz, nie einen Namen oder ein Anliegen.',
      ],
    },
    {
      title: 'Der Nummernzettel',
      lines: [
        'Nur er verbindet Mensch und Vorgang. Schreiben Sie nichts darauf, und notieren Sie nirgends Nummer und Namen zusammen.',
        'Liegen gebliebene Zettel kommen in den Aktenvernichter, Papierlisten nach dem Nacherfassen auch.',
      ],
    },
    {
      title: 'Merkmale: nur wenn nötig',
      lines: [
        '„Unterstützung“, „Dolmetscher“ und „vertraulich“ sagen dem nächsten Platz, was zu tun ist, nicht warum. Sie können auf Gesundheit, Herkunft oder eine Notlage schließen lassen. Vergeben Sie sie sparsam, und fragen Sie vorher.',
      ],
    },
    {
      title: 'Wer was sieht',
      lines: [
        'Empfang, Eingangszone und Teamleitung sehen den laufenden Tag. Die Anzeige im Wartebereich zeigt nur Nummer und Platz.',
        'Zahlen früherer Tage fragt nur die Teamleitung ab. Die Dateien liest nur das Benutzerkonto des Servers.',
      ],
    },
    {
      title: 'Fehler und Fragen',
      lines: [
        `Falsch gebucht: ${keys.undo} nimmt es eine Minute lang zurück; danach wird es berichtigt, nicht versteckt.`,
        'Zettel vertauscht, jemand hat mitgelesen: gleich der Teamleitung sagen.',
        'Fragen beantworten am Empfang die Leitung des Eingangsbereichs, in der Eingangszone Ihre Teamleitung, und immer die oder der Datenschutzbeauftragte des Hauses.',
        'Jedes gespeicherte Feld zählt `beo inventory` auf, diese Seite zeigt `beo privacy`.',
      ],
    },
  ],
  /** On the station's screen. */
  page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  keys: { next: 'Weiter', confirm: 'Gelesen', before: 'Zurück' },
  open: 'Datenschutz',
};
