import type { privacy as german } from '../de/privacy.js';

export const privacy: typeof german = {
  title: 'Data protection at work',
  introduction:
    'For everybody who works with beo. This page goes with the instruction by your lead and does not replace it.',
  sections: (keys) => [
    {
      title: 'What beo stores',
      lines: [
        'A number, the concern from a fixed list, where the visitor was sent, marks, outcome, place and times.',
        'Single entries are deleted after the time that your office has set, without another setting after 14 days. After that there are only counts.',
      ],
    },
    {
      title: 'What does not belong in it',
      lines: [
        'Names, dates of birth, customer and file numbers, health, origin, reasons. beo has no field for them. Do not type such things into a search either.',
        'Staff are not in beo either. Places have no accounts, and no evaluation names a place.',
      ],
    },
    {
      title: 'At the reception: quiet and covered',
      lines: [
        'Do not repeat a concern aloud. Ask so that a yes or no is enough.',
        'Ask for distance. Turn the screen so that only you see it.',
        `If somebody comes too close, ${keys.cover} covers the screen. Lock the machine when you leave.`,
        'Call out number and place only, never a name or a concern.',
      ],
    },
    {
      title: 'The number slip',
      lines: [
        'It is the only link between a person and a ticket. Write nothing on it, and nowhere note a number together with a name.',
        'Slips left behind go into the shredder, and so do paper lists once they have been made up.',
      ],
    },
    {
      title: 'Marks: only where needed',
      lines: [
        '"Assistance", "interpreter" and "confidential" tell the next place what to do, not why. They may point to health, origin or distress. Use them sparingly, and ask before.',
      ],
    },
    {
      title: 'Who sees what',
      lines: [
        'Reception, entrance zone and team lead see the day that runs. The display in the waiting room shows number and place only.',
        "Only the team lead asks for figures of former days. Only the server's user account reads the files.",
      ],
    },
    {
      title: 'Mistakes and questions',
      lines: [
        `Booked wrongly: ${keys.undo} takes it back for a minute; after that it is corrected, not hidden.`,
        'Slips mixed up, somebody has read along: tell your team lead at once.',
        "Questions are answered at the reception by the lead of the entrance area, in the entrance zone by your own team lead, and always by the office's data-protection officer.",
        'Every stored field is listed by `beo inventory`; this page is shown by `beo privacy`.',
      ],
    },
  ],
  page: (page, pages) => `page ${page} of ${pages}`,
  keys: { next: 'Next', confirm: 'I have read this', before: 'Back' },
  open: 'Data protection',
};
