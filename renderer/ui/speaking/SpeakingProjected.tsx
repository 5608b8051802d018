import { useTranslation } from 'react-i18next'
import type { ShownOf } from '#shared/room/round'

/** Names of those who wait that the back row can read. */
const MOST = 4

/** Who has the floor and who comes next, for the whole room. */
export function SpeakingProjected({ shown: { question, now, queue } }: { shown: ShownOf<'speaking'> }) {
  const { t } = useTranslation()
  const nameOf = (name: string) => name || t('people.anonymous')
  const next = queue.slice(0, MOST).map(({ name }) => nameOf(name))
  return (
    <p>
      {question && <span dir="auto">{question}</span>}
      <strong>{now ? t('speaking.speaks', { name: nameOf(now.name) }) : t('speaking.nobody')}</strong>
      {next.length > 0 && <span>{t('speaking.then', { names: next.join(' · ') })}</span>}
    </p>
  )
}
