import type { Event } from '../../queue/events.js';
import { keptIn, type Kept } from '../kept.js';
import { inventoryUse } from './inventoryUse.js';

/** The inventory of all that beo stores, sends and evaluates. */
export const inventory = {
  ...inventoryUse,
  title: 'Beo: Verzeichnis der Verarbeitung',
  introduction:
    'Was beo speichert, überträgt, protokolliert und auswertet. Das Programm erzeugt dieses Verzeichnis aus seinen eigenen Definitionen; ein Feld, das hier fehlt, lässt sich nicht bauen. Es ist keine Rechtsberatung und ersetzt keine Entscheidung der Dienststelle, ihrer oder ihres Datenschutzbeauftragten und des Personalrats.',
  source: {
    store: (store: string) => `Fristen und Schwellen: Einstellungen in ${store}.`,
    defaults: (store: string) =>
      `Fristen und Schwellen: ${store} hat noch keine Einstellungen; dies sind die, mit denen beo anfängt.`,
  },
  words: {
    field: 'Feld',
    meaning: 'Bedeutung',
    reference: 'Bezug',
    optional: 'kann fehlen',
    file: 'Datei',
    purpose: 'Zweck',
    retention: 'Frist',
    seenBy: 'Wer es sieht',
    rule: 'Schutz',
    keys: 'Schlüssel in JSON',
    command: 'Befehl',
    does: 'Was er tut',
    roles: 'Wer es darf',
    noFields: 'keine weiteren Felder',
    as: (name: string) => `Felder wie „${name}“`,
    by: (key: string) => `je: ${key}`,
  },
  references: {
    visit: {
      name: 'Vorgang',
      meaning:
        'Bezug zu einem Vorgang. Wer den Zettel hält oder daneben steht, kann ihn einer Person zuordnen, solange der Tag läuft; beo nie. Bis zum Ende der Frist pseudonym.',
    },
    place: {
      name: 'Platz',
      meaning:
        'Bezug zu einem Arbeitsplatz, über den Dienstplan also zu Beschäftigten, bis der Tag abgeschlossen ist. Dann bekommt jeder Platz einen Zufallsschlüssel, der nur für diesen Tag gilt.',
    },
    total: {
      name: 'Zählung',
      meaning:
        'Zahlen über mehrere Vorgänge, ohne Nummer und ohne Platz. Statistisch, nicht in jedem Fall anonym: Was gedruckt wird, entscheidet die Unterdrückung.',
    },
    office: {
      name: 'Haus',
      meaning: 'Angaben der Dienststelle über sich selbst; kein Bezug zu Personen vorgesehen.',
    },
    technical: { name: 'Technik', meaning: 'Kein Bezug zu Personen.' },
  },
  sections: {
    references: 'Was „Bezug“ bedeutet',
    stored: 'Was gespeichert wird',
    shapes: 'Teile, die mehrfach vorkommen',
    sent: 'Was übertragen wird, und an wen',
    asks: 'Was Arbeitsplätze an den Server senden',
    logged: 'Was der Server protokolliert',
    printed: 'Was ausgegeben wird',
    evaluations: 'Welche Auswertungen es gibt',
    live: 'Anzeigen zum laufenden Tag',
    comparison: 'Vergleich zweier Zeiträume',
    notStored: 'Was bewusst nicht gespeichert wird',
    permissions: 'Wer was darf',
  },
  holders: {
    journal: {
      title: 'Journal: eine Zeile je angenommener Anfrage',
      purpose:
        'Aufruf in der richtigen Reihenfolge, Wiederanlauf nach einem Ausfall, Nachvollziehbarkeit von Berichtigungen und Abweichungen, Grundlage der Tageszahlen.',
      seenBy:
        'Die Datei: nur das Benutzerkonto, unter dem der Server läuft. Ihr Inhalt des offenen Tages: alle Arbeitsplätze von Empfang, Eingangszone und Teamleitung. Nie die Anzeige.',
      retention: (days: Kept) =>
        `${keptIn(days)} Tage nach dem Tag; Arbeitsplätze nur, bis der Tag abgeschlossen und ins Archiv übernommen ist.`,
    },
    archive: {
      title: 'Archiv: die Zahlen eines Tages',
      purpose: 'Berichte nach Kapitel 6 des Konzepts, Planung der Besetzung, Auswertung des Pilotbetriebs.',
      seenBy:
        'Die Datei: nur das Benutzerkonto des Servers. Ihr Inhalt: die Rolle Teamleitung auf Abfrage, und wer auf diesem Rechner `beo report` ausführen darf; gedruckt wird nur, was die Unterdrückung zulässt.',
      retention: (months: Kept) => `${keptIn(months)} Monate nach dem Ende des Jahres.`,
    },
    settings: {
      title: 'Einstellungen',
      purpose: 'Standorte, Arbeitsplätze, Öffnungszeiten, Regeln, Schwellen und Fristen des Hauses.',
      seenBy:
        'Wer die Datei lesen darf; Arbeitsplätze den Teil, der unten bei „welcome“ steht. Namen von Personen gehören in kein Feld; es sind Worte des Hauses, die beo nicht prüfen kann.',
      retention: () => 'Bis das Haus sie ändert.',
    },
    access: {
      title: 'Zugangsschlüssel der Arbeitsplätze',
      purpose: 'Damit nur Arbeitsplätze des Hauses sich anmelden, jeder an seinem Platz.',
      seenBy: 'Das Benutzerkonto des Servers. Der Schlüssel selbst steht nur beim Arbeitsplatz.',
      retention: () =>
        'Bis das Haus die Datei löscht; gesperrte und abgelaufene bleiben als Nachweis stehen.',
    },
    formerSettings: {
      title: 'Einstellungen einer älteren Version',
      purpose: 'Rückweg nach einem Wechsel auf eine neue Version.',
      seenBy: 'Das Benutzerkonto des Servers.',
      retention: () => 'Bis das Haus sie löscht.',
    },
    changes: {
      title: 'Änderungen der Einstellungen',
      purpose:
        'Nachvollziehen, welche Regel und Frist wann galt und ob Teamleitung oder Rechner sie änderte.',
      seenBy: 'Das Benutzerkonto des Servers, auch mit `beo settings log`.',
      retention: (months: Kept) => `${keptIn(months)} Monate nach der Änderung.`,
    },
    server: {
      title: 'Wo der Server läuft',
      purpose: 'Damit Arbeitsplätze und Befehle auf demselben Rechner ihn finden und eingelassen werden.',
      seenBy: 'Das Benutzerkonto des Servers.',
      retention: () => 'Solange der Server läuft; nach einem Absturz bis zum nächsten Start.',
    },
    sums: {
      title: 'Monatssummen: was die Tage eines Monats zusammen ergeben',
      purpose: 'Damit Berichte über Jahre schnell sind; jederzeit aus dem Archiv neu zu machen.',
      seenBy: 'Wie das Archiv.',
      retention: (months: Kept) => `Wie das Archiv: ${keptIn(months)} Monate nach dem Ende des Jahres.`,
    },
    checked: {
      title: 'Geprüfte Einstellungen',
      purpose: 'Damit nicht jeder Bericht die Einstellungen von Neuem prüft.',
      seenBy: 'Wie die Einstellungen.',
      retention: () => 'Wie die Einstellungen; neu mit jeder Änderung.',
    },
    importing: {
      title: 'Vermerk einer laufenden Übernahme',
      purpose: 'Damit Tage aus einer Datei ganz oder gar nicht übernommen werden.',
      seenBy: 'Das Benutzerkonto des Servers.',
      retention: () => 'Während der Übernahme; nach einem Abbruch bis zum nächsten Start.',
    },
    restoring: {
      title: 'Vermerk einer laufenden Rücksicherung',
      purpose: 'Damit eine Sicherung ganz oder gar nicht zurückgeholt wird.',
      seenBy: 'Das Benutzerkonto des Servers.',
      retention: () => 'Während der Rücksicherung; nach einem Abbruch bis zur nächsten.',
    },
    instruction: {
      title: 'Gezeigte Unterweisung',
      purpose:
        'Damit eine Station die Unterweisung zum Datenschutz einmal zeigt. Nicht, wer sie gelesen hat. Liegt nicht im Datenverzeichnis, sondern im Benutzerkonto der Station.',
      seenBy: 'Das Benutzerkonto der Station.',
      retention: () => 'Bis eine neue Fassung gezeigt oder die Datei gelöscht wird.',
    },
  },
  copies:
    'Sicherungen (`beo backup`) und der Stand, den `beo restore` beiseitelegt, sind Kopien all dieser Dateien. Beo löscht sie nicht: Ihre Frist setzt das Haus. Beim Zurückholen gelten die Fristen wieder. Während eine Datei ersetzt wird, steht ihr neuer Inhalt kurz daneben (`.….new`). Verzeichnisse und Dateien sind nur für ihren Eigentümer lesbar.',
  eventsOf: 'Zeile im Journal mit dem Ereignis',
  events: {
    DayOpened: 'Der Tag beginnt, mit seinen Regeln',
    RulesChanged: 'Die Einstellungen haben sich im Lauf des Tages geändert',
    DayClosed: 'Der Tag ist abgeschlossen',
    VisitEnded: 'Eine Vorsprache endet am Empfang',
    TicketCheckedIn: 'Eine Nummer wird vergeben',
    TicketMarked: 'Ein Merkmal wird geändert',
    VisitCorrected: 'Ein falsches Anliegen wird berichtigt',
    VisitCancelled: 'Eine Doppel- oder Fehlbuchung wird zurückgenommen',
    TicketCalled: 'Eine Nummer wird aufgerufen',
    TicketRecalled: 'Eine Nummer wird erneut aufgerufen',
    CallWithdrawn: 'Ein Aufruf wird zurückgezogen',
    ServiceStarted: 'Die Bearbeitung beginnt',
    ContactFinished: 'Ein Kontakt endet',
    TicketRequeued: 'Ein Vorgang wird für ein anderes Anliegen neu eingereiht',
    TicketTransferred: 'Ein Vorgang wird an einen anderen Platz übergeben',
    TicketParked: 'Ein Vorgang wird geparkt',
    TicketResumed: 'Ein geparkter oder verpasster Vorgang geht weiter',
    TicketMissed: 'Jemand ist auf den Aufruf nicht erschienen',
    TicketLeft: 'Jemand ist gegangen',
    DeskOpened: 'Ein Platz öffnet',
    DeskPaused: 'Ein Platz macht Pause',
    DeskClosed: 'Ein Platz schließt',
    ActivityStarted: 'An einem Platz beginnt eine andere Tätigkeit',
    HelpCalled: 'Ein Arbeitsplatz ruft still um Hilfe',
    HelpAnswered: 'Jemand kommt zu Hilfe',
    HelpEnded: 'Der Ruf um Hilfe ist beendet',
    ZoneAsked: 'Der Empfang fragt, ob in der Eingangszone jemand Zeit hat',
    ZoneAnswered: 'Die Eingangszone antwortet',
    QuestionDropped: 'Die Frage hat sich erledigt',
    ExtraDesksDecided: 'Die Teamleitung beantwortet den Rat, weitere Plätze zu öffnen',
    ActionUndone: 'Eine Aktion wird zurückgenommen',
  } satisfies Record<Event['type'], string>,
  shapes: {
    entry: 'Eintrag',
    booking: 'Einbuchung',
    marks: 'Merkmale',
    settledConcern: 'nebenbei erledigtes Anliegen',
    rules: 'Regeln des Tages',
    figures: 'Tageszahlen',
    tally: 'Zeiten einer Art',
    day: 'Stand des Tages',
    ticket: 'Vorgang',
    receptionVisit: 'Vorsprache am Empfang',
    desk: 'Platz',
    site: 'Sicht auf die Einstellungen',
    label: 'Bezeichnung',
    boardCall: 'Aufruf auf der Anzeige',
  },
  frames: {
    welcome: {
      title: 'Begrüßung eines Arbeitsplatzes',
      seenBy: 'Empfang, Eingangszone, Teamleitung: alle drei gleich, der ganze offene Tag',
    },
    events: { title: 'Was gerade geschehen ist', seenBy: 'Empfang, Eingangszone, Teamleitung' },
    answer: { title: 'Antwort auf eine Anfrage', seenBy: 'der Arbeitsplatz, der gefragt hat' },
    figures: { title: 'Tageszahlen eines Zeitraums', seenBy: 'nur Teamleitung' },
    settingChanged: {
      title: 'Antwort auf eine geänderte Einstellung',
      seenBy: 'die Teamleitung, die sie ändert',
    },
    presence: {
      title: 'Welche Arbeitsplätze und Anzeigen da sind',
      seenBy: 'Empfang, Eingangszone, Teamleitung',
    },
    board: {
      title: 'Anzeige: Nummer, Platz, Zeitpunkt',
      seenBy: 'nur die Anzeige, und damit der Wartebereich. Kein Anliegen, keine Regel, kein Merkmal.',
    },
    notice: { title: 'Hinweis zur Verbindung', seenBy: 'die Verbindung, die er betrifft' },
    refusal: { title: 'Ablehnung', seenBy: 'der Arbeitsplatz, der gefragt hat' },
    hello: { title: 'Anmeldung eines Arbeitsplatzes', seenBy: 'Server; nicht gespeichert' },
    ask: { title: 'Anfrage', seenBy: 'Server; gespeichert wird, was im Journal steht' },
    query: { title: 'Abfrage von Tageszahlen', seenBy: 'Server; nicht gespeichert' },
    changeSetting: {
      title: 'Änderung einer Einstellung',
      seenBy: 'Server; gespeichert werden die Einstellung und die Änderung',
    },
    showing: { title: 'Was eine Anzeige zeigt', seenBy: 'Server; nicht gespeichert' },
    command: { title: 'Aktion', seenBy: 'Server; gespeichert wird, was im Journal steht' },
  },
  log: {
    purpose:
      'Für die Administration: Betrieb, Störungen, Löschläufe. Eine Zeile je Meldung auf der Fehlerausgabe, als JSON oder als Text; nie ein Anliegen, eine Nummer oder der Inhalt einer Nachricht. Beo schreibt keine Logdatei: Wohin die Ausgabe geht und wie lange sie bleibt, legt das Haus fest.',
    everyLine: 'jede Zeile',
    events: {
      clockStep: 'Die Uhr wurde gestellt',
      dayOpened: 'Ein Tag beginnt',
      dayClosed: 'Ein Tag ist abgeschlossen',
      dayAnonymised: 'Die Arbeitsplätze eines Tages haben Zufallsschlüssel bekommen',
      rowsPurged: 'Abgelaufenes ist gelöscht',
      tornTailCut: 'Ein abgerissenes Ende wurde entfernt',
      badMessage: 'Eine Nachricht war nicht zulässig',
      connectionRefused: 'Eine Verbindung wurde abgewiesen, bevor sich jemand anmeldete',
      accessRefused: 'Eine Anmeldung wurde abgewiesen oder beendet',
      notPermitted: 'Ein Arbeitsplatz wollte, was seine Rolle nicht darf',
      accessUnreadable: 'Die Zugangsschlüssel sind nicht lesbar',
      notEncrypted: 'Der Server lauscht ohne Verschlüsselung im Netz',
      connectionDropped: 'Eine Verbindung wurde beendet',
      storeUnavailable: 'Speichern ist nicht möglich',
      storeAvailable: 'Speichern ist wieder möglich',
      storeInDoubt: 'Ein Schreibfehler beendet den Server',
      storeUnreadable: 'Eine Datei ist nicht lesbar',
      settingsCreated: 'Die ersten Einstellungen sind angelegt',
      storeMigrated: 'Die Einstellungen sind auf dem Stand der neuen Version; die alten liegen daneben',
      settingChanged: 'Eine Einstellung wurde geändert',
      importTakenBack: 'Eine abgebrochene Übernahme ist rückgängig gemacht',
      listening: 'Der Server ist bereit',
      stopped: 'Der Server ist beendet',
    },
  },
};

/** The same keys in every language. */
export type InventoryTexts = typeof inventory;
