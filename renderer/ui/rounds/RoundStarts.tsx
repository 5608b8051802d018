import { useTranslation } from 'react-i18next'
import { commandWith } from '../../board/commands/commands'
import { useSession } from '../hooks'
import { Icon } from '../kit/Icon'
import { ROUND_STARTS } from './roundParts'

/** How many stand in sight; the others come with a press on the line below them. */
const IN_SIGHT = 2

/** The rounds that can begin, each with what happens in it. */
export function RoundStarts({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="rounds-starts">
      {ROUND_STARTS.slice(0, IN_SIGHT).map((start) => (
        <Start key={start.id} start={start} onDone={onDone} />
      ))}
      <details className="fold">
        <summary>{t('rounds.more')}</summary>
        {ROUND_STARTS.slice(IN_SIGHT).map((start) => (
          <Start key={start.id} start={start} onDone={onDone} />
        ))}
      </details>
    </div>
  )
}

function Start({
  start: { id, icon },
  onDone,
}: {
  start: (typeof ROUND_STARTS)[number]
  onDone: () => void
}) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <button
      type="button"
      className="menu-item round-start"
      onClick={() => {
        onDone()
        const command = commandWith(id)
        if (command?.isPossible(session)) command.run(session)
      }}
    >
      <Icon of={icon} />
      <span className="menu-words">
        {t(`commands.${id}`)}
        <span className="menu-about">{t(`rounds.abouts.${id}`)}</span>
      </span>
    </button>
  )
}
