/** Help and results of `beo settings`. */
export const settingsCommand = {
  description: 'Einstellungen zeigen, prüfen, erklären und ändern',
  action: 'show, check, explain, set, unset oder log',
  path: 'Einstellung (queue.letter, desks.5); bei check die zu prüfende Datei',
  value: 'neuer Wert: ein Wort oder JSON',
  dryRun: 'nur zeigen, was sich ändern würde',
  after: `Beispiele:
  beo settings explain queue
  beo settings set queue.noShowAfterSeconds 240
  beo settings set openingHours.fri '[{"from":"08:00","to":"12:00"}]'
  beo settings set desks.5 '{"label":{"de":"Platz 5","en":"Desk 5"}}'
  beo settings unset desks.5
unset stellt den Standard wieder her. Läuft ein Server, ändert die Teamleitung über ihn, und es gilt sofort; sonst wird
die Datei geändert. Jede Änderung steht mit altem und neuem Wert in beo settings log.`,
  notYet: ({ store }: { store: string }) =>
    `In ${store} gibt es noch keine Einstellungen; gezeigt wird das Beispiel.`,
  right: ({ file, sites }: { file: string; sites: readonly string[] }) =>
    `${file} ist in Ordnung (Standorte: ${sites.join(', ')}).`,
  allowed: 'erlaubt',
  default: 'Standard',
  noDefault: 'keiner, darf fehlen',
  required: 'keiner, muss dastehen',
  current: 'jetzt',
  effect: 'gilt',
  changedBy: 'ändert',
  changed: ({ path, before, after }: { path: string; before: string; after: string }) =>
    `${path}: ${before} → ${after}`,
  counts: ({ effect }: { effect: string }) => `Gilt ${effect}.`,
  wouldCount: ({ effect }: { effect: string }) => `Nicht geändert, nur geprüft. Würde ${effect} gelten.`,
  unchanged: ({ path, value }: { path: string; value: string }) =>
    `${path} ist schon ${value}; nichts wurde geändert.`,
  nothing: '(nichts)',
  by: { lead: 'Teamleitung', machine: 'Rechner' },
  noChanges: 'Es ist keine Änderung festgehalten.',
};
