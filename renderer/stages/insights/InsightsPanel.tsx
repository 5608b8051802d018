import { Group, Shapes } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { joinTheme, makeTheme } from '#shared/board/actions/themes'
import { commandWith } from '../../board/commands/commands'
import { useRecords, useSession, useSignal } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { Icon } from '../../ui/kit/Icon'
import { OneLine } from '../OneLine'
import { ThemeItem } from './ThemeItem'
import '../stages.css'
import './insights.css'

/** The themes of the wall: their sentences, their cards and the questions that follow from them. */
export function InsightsPanel() {
  const { t } = useTranslation()
  const session = useSession()
  const cards = useRecords('cards')
  const selected = useSignal(session.selection.ids)
  const canWrite = useSignal(session.canWrite)
  const themes = cards.filter(({ type }) => type === 'theme')
  const chosen = cards.filter(({ id, type }) => type !== 'theme' && selected.has(id)).map(({ id }) => id)
  const suggest = commandWith('suggestClusters')
  const insights = cards.filter(({ type }) => type === 'insight')
  const loose = insights.filter(({ theme }) => theme === null).length
  const group = (sentence: string) => {
    session.undo.mark()
    session.selection.set([makeTheme(session.writer, chosen, sentence)])
  }
  const putIn = (theme: string) => {
    session.undo.mark()
    joinTheme(session.writer, chosen, theme)
  }
  return (
    <section className="stage-panel" aria-label={t('stages.insights')}>
      <h2>{t('themes.title')}</h2>
      {canWrite && (themes.length > 0 || chosen.length > 0) && (
        <div className="stage-item">
          <p>{t('themes.chosen', { count: chosen.length })}</p>
          {chosen.length > 0 && (
            <OneLine
              label={t('themes.sentence')}
              hint={t('themes.sentenceHint')}
              action={t('themes.make')}
              onWrite={group}
            />
          )}
        </div>
      )}
      {themes.length === 0 ? (
        <div className="stage-empty">
          <Icon of={Shapes} size={32} />
          <p>{t('themes.empty')}</p>
        </div>
      ) : (
        <ul className="stage-list">
          {themes.map((theme) => (
            <ThemeItem
              key={theme.id}
              theme={theme}
              members={cards.filter((card) => card.theme === theme.id)}
              joining={chosen.filter((id) => session.records.get('cards', id)?.theme !== theme.id).length}
              canWrite={canWrite}
              onJoin={() => putIn(theme.id)}
            />
          ))}
        </ul>
      )}
      {suggest?.isPossible(session) && (
        <Button icon={Group} onClick={() => suggest.run(session)}>
          {t('commands.suggestClusters')}
        </Button>
      )}
      {insights.length > 0 && <p className="stage-hint">{t('themes.loose', { count: loose })}</p>}
    </section>
  )
}
