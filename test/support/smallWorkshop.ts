/** A tiny whole workshop: one of everything, with a thread from a recommendation back to a quote. */
export const smallWorkshop = {
  format: 'common-ground-workshop',
  version: 1,
  title: 'The first visit',
  place: 'Alder Heath',
  date: '2026-03-02',
  language: 'en',
  purpose: 'Make the first visit easy.',
  people: [
    { id: 'pe1', name: 'Maryam Haddad', pseudonym: 'Rana', side: 'resident', languages: ['ar', 'en'] },
    { id: 'pe2', name: 'Tom Bell', pseudonym: 'Colin', side: 'professional', languages: ['en'] },
  ],
  stories: [
    {
      id: 'st1',
      title: 'The desk',
      file: 'stories/desk.txt',
      language: 'en',
      teller: 'pe1',
      collected: '2026-01-12',
      consent: 'publish',
    },
  ],
  highlights: [{ id: 'hl1', story: 'st1', part: 'text', quote: 'nobody looked up', publish: true }],
  cards: [
    { id: 'th1', kind: 'theme', text: 'The first minute decides' },
    {
      id: 'in1',
      kind: 'insight',
      text: 'A greeting opens the place',
      highlight: 'hl1',
      theme: 'th1',
      by: 'pe2',
    },
    { id: 'hm1', kind: 'howMightWe', text: 'How might we greet people?', from: ['th1'] },
    { id: 'id1', kind: 'idea', text: 'A host at the door', from: ['hm1'], by: 'pe1' },
    {
      id: 'sb1',
      kind: 'storyboard',
      text: 'The host',
      from: ['id1'],
      frames: [
        { caption: 'At the door', strokes: [{ tint: 'ink', width: 3, points: [10, 10, 0.5, 90, 60, 0.7] }] },
        { caption: 'At the desk', strokes: [] },
      ],
    },
    { id: 'no1', kind: 'note', text: 'Ask the school about the hall' },
  ],
  scripts: [
    {
      id: 'sc1',
      title: 'Saying hello',
      scene: 'Morning',
      place: 'The entrance',
      from: ['id1'],
      languages: ['en', 'ar'],
      cast: [
        { id: 'ch1', name: { en: 'Host', ar: 'المضيفة' } },
        { id: 'ch2', name: { en: 'Parent', ar: 'أم' } },
      ],
      lines: [
        { id: 'li1', kind: 'line', character: 'ch1', text: { en: 'Good morning', ar: 'صباح الخير' } },
        { id: 'li2', kind: 'freeze', text: { en: 'What does she need now?' } },
      ],
    },
  ],
  observations: [
    { id: 'ob1', script: 'sc1', line: 'li1', kind: 'problem', text: 'Too fast', by: 'pe2', change: 'Slower' },
  ],
  votes: [{ card: 'id1', by: 'pe1' }],
  measures: [
    {
      id: 'me1',
      name: 'Families who come back',
      unit: '%',
      baseline: 40,
      target: 60,
      source: 'Register',
      status: 'expected',
      from: ['id1'],
    },
  ],
  recommendations: [
    {
      id: 're1',
      text: 'Pay for a host',
      from: ['sb1', 'ob1'],
      owner: 'The council',
      by: 'June',
      reason: 'It worked',
    },
  ],
  report: { title: 'What we learned', summary: 'Greeting matters.' },
}

export const smallWorkshopFiles: Readonly<Record<string, string>> = {
  'stories/desk.txt':
    '# The desk\n\nI came in and nobody looked up.\n\nThen Maryam Haddad went home. مريم was tired.\n',
}
