import { expect, test } from 'vitest'
import type { Translation } from '#shared/clustering/lexicon'
import { type Proposal, suggestClusters } from '#shared/clustering/suggest'

const SAID: Readonly<Record<string, string>> = {
  bus1: 'The bus was late again and I waited forty minutes in the rain',
  bus2: 'Waiting for the bus with two small children is exhausting',
  bus3: 'Buses never come on time after eight in the evening',
  bus4: 'I gave up on the bus because it is always late',
  phone1: 'Nobody at the surgery answers the phone in the morning',
  phone2: 'I rang the surgery thirty times before somebody answered the phone',
  phone3: 'My mother cannot use the phone, she needs someone who speaks her language',
  night1: 'The park has no lights, so we do not walk there at night',
  night2: 'Street lights have been broken since winter',
  night3: 'I am afraid to walk home at night',
  letter1: 'The letter was full of words I did not understand',
  letter2: 'Letters from the council are written in difficult English',
  bench: 'More benches please',
  باص1: 'الباص يتأخر كل يوم وأنتظر نصف ساعة',
  باص2: 'انتظرت الباص ساعة تحت المطر',
  رسالة1: 'لا أفهم الرسائل التي تصلني من البلدية',
  رسالة2: 'رسالة البلدية مكتوبة بلغة صعبة',
  autobus1: 'Autobus znowu się spóźnił i czekałam pół godziny',
  autobus2: 'Wieczorem nie ma autobusów, czekamy bardzo długo',
  baska1: 'Baska wuu daahaa maalin kasta',
  baska2: 'Waxaan sugay baska saacad dhan',
  বাস1: 'বাস সবসময় দেরিতে আসে',
  বাস2: 'বাসের জন্য এক ঘণ্টা অপেক্ষা করলাম',
}
const cards = Object.entries(SAID).map(([id, text]) => ({ id, text }))

function suggest(given: typeof cards, translations: readonly Translation[] = []): Proposal[] {
  const search = suggestClusters(given, translations)
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
  }
}
const kinds = (proposals: readonly Proposal[]) =>
  proposals.map((proposal) => [...new Set(proposal.cards.map((id) => id.replace(/\d/, '')))].sort().join('+'))

test('cards that share words, whatever their endings, are proposed together in every language of the room', () => {
  const found = suggest(cards)
  expect(kinds(found).sort()).toEqual(
    ['autobus', 'baska', 'bus', 'letter', 'night', 'phone', 'باص', 'رسالة', 'বাস'].sort(),
  )
  expect(found[0]?.cards).toEqual(['bus1', 'bus2', 'bus3', 'bus4'])
})

test('a proposal explains itself by the words its cards share, as people wrote them', () => {
  const words = suggest(cards).find(({ cards: [first] }) => first === 'bus1')?.words
  expect(words?.slice(0, 2)).toEqual(['bus', 'late'])
  expect(words?.some((word) => word.startsWith('wait'))).toBe(true)
})

test('a card that is like no other stays alone', () => {
  expect(suggest(cards).some((proposal) => proposal.cards.includes('bench'))).toBe(false)
})

test('the order in which cards are given changes nothing', () => {
  const expected = suggest(cards)
  expect(suggest([...cards].reverse())).toEqual(expected)
  const shuffled = cards.map((card, at) => ({ card, key: (at * 7919) % 23 })).sort((a, b) => a.key - b.key)
  expect(suggest(shuffled.map(({ card }) => card))).toEqual(expected)
})

test('languages are joined by what people translated, and by nothing else', () => {
  const translation: Translation = {
    text: 'The bus is late. I wait for the bus. The letter is hard.',
    language: 'en',
    translation: 'الباص متأخر. أنتظر الباص. الرسالة صعبة.',
    translationLanguage: 'ar',
  }
  expect(kinds(suggest(cards))).not.toContain('bus+باص')
  const found = kinds(suggest(cards, [translation]))
  expect(found).toContain('bus+باص')
  expect(found).toContain('letter+رسالة')
})

test('nothing is proposed for cards without words', () => {
  expect(suggest([])).toEqual([])
  expect(suggest(['a', 'b', 'c'].map((id) => ({ id, text: id === 'a' ? 'the and of' : '' })))).toEqual([])
})

test('two thousand cards are compared in pieces', () => {
  const words = Array.from({ length: 900 }, (_, at) => `w${at.toString(26).replace(/\d/g, 'q')}x${at}`)
  let seed = 1
  const under = (count: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % count
  }
  const many = Array.from({ length: 2_000 }, (_, at) => ({
    id: `card${at}`,
    text: Array.from({ length: 12 }, () => words[Math.min(under(900), under(900))]).join(' '),
  }))
  const search = suggestClusters(many, [])
  let pieces = 0
  while (!search.next().done) pieces++
  expect(pieces).toBeGreaterThan(100)
})
