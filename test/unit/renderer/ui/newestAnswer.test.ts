import { expect, it } from 'vitest'
import { newestAnswer } from '../../../../renderer/ui/newestAnswer'

/** Asked three times; `answer` answers one of the questions, and `taken` is what came of them. */
function threeQuestions() {
  const open: ((answer: string) => void)[] = []
  const taken: string[] = []
  const ask = newestAnswer(
    () => new Promise<string>((resolve) => open.push(resolve)),
    (answer) => taken.push(answer),
  )
  for (let times = 0; times < 3; times += 1) ask()
  const answer = async (at: number, words: string) => {
    open[at]?.(words)
    await Promise.resolve()
  }
  return { taken, answer }
}

it('an answer that comes after that of a later question is not taken', async () => {
  const { taken, answer } = threeQuestions()
  await answer(1, 'with the new board')
  await answer(0, 'without it')
  expect(taken).toEqual(['with the new board'])
})

it('answers in the order of their questions are all taken, without waiting for the last', async () => {
  const { taken, answer } = threeQuestions()
  await answer(0, 'one')
  await answer(1, 'two')
  expect(taken).toEqual(['one', 'two'])
  await answer(2, 'three')
  expect(taken).toEqual(['one', 'two', 'three'])
})
