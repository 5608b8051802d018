import { ArrowDown, ArrowUp, Plus, Trash2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  addRecommendation,
  deleteRecommendations,
  describeRecommendation,
  moveRecommendation,
  writeRecommendation,
} from '#shared/board/actions/report'
import type { Recommendation } from '#shared/board/schema'
import { useRecords, useSession } from '../../ui/hooks'
import { Button, IconButton } from '../../ui/kit/Button'
import { TextArea, TextField } from '../../ui/kit/Field'
import { useNotices } from '../../ui/kit/notices'

/** What a recommendation may rest on. */
const GROUNDS = ['idea', 'storyboard', 'howMightWe', 'theme']

/** Writing the recommendations, who acts on each, and what each rests on. */
export function ReportRecommendations({ canWrite }: { canWrite: boolean }) {
  const { t } = useTranslation()
  const session = useSession()
  const recommendations = useRecords('recommendations')
  const add = () => {
    session.undo.mark()
    addRecommendation(session.writer, { text: '' })
  }
  return (
    <section className="report-block">
      <h2>{t('report.document.recommendations')}</h2>
      {recommendations.length === 0 && <p className="field-note">{t('report.noRecommendations')}</p>}
      <ol className="report-recommendations">
        {recommendations.map((recommendation, at) => (
          <li key={recommendation.id}>
            <Editor
              recommendation={recommendation}
              number={at + 1}
              before={recommendations[at - 2]?.id ?? null}
              after={recommendations[at + 1]?.id}
              canWrite={canWrite}
            />
          </li>
        ))}
      </ol>
      {canWrite && (
        <Button icon={Plus} onClick={add}>
          {t('report.addRecommendation')}
        </Button>
      )}
    </section>
  )
}

function Editor({
  recommendation,
  number,
  before,
  after,
  canWrite,
}: {
  recommendation: Recommendation
  number: number
  /** The one it would stand behind after moving up; null for the first place. */
  before: string | null
  /** The one it would stand behind after moving down; undefined when it is the last. */
  after: string | undefined
  canWrite: boolean
}) {
  const { t } = useTranslation()
  const notices = useNotices()
  const { writer, undo } = useSession()
  const { id } = recommendation
  const change = (values: Parameters<typeof describeRecommendation>[2]) =>
    describeRecommendation(writer, id, values)
  const remove = () => {
    undo.mark()
    deleteRecommendations(writer, [id])
    notices.say({
      words: t('report.recommendationGone', { number }),
      action: { label: t('report.putBack'), run: undo.undo },
    })
  }
  const move = (place: string | null) => {
    undo.mark()
    moveRecommendation(writer, id, place)
  }
  return (
    <fieldset className="report-editor" disabled={!canWrite}>
      <legend>{t('report.document.numbered', { number })}</legend>
      {canWrite && (
        <div className="report-editor-tools">
          {number > 1 && (
            <IconButton icon={ArrowUp} label={t('report.moveUp', { number })} onClick={() => move(before)} />
          )}
          {after !== undefined && (
            <IconButton
              icon={ArrowDown}
              label={t('report.moveDown', { number })}
              onClick={() => move(after)}
            />
          )}
          <IconButton icon={Trash2} label={t('report.remove', { number })} onClick={remove} />
        </div>
      )}
      <TextArea
        label={t('report.sentence')}
        rows={3}
        value={recommendation.text}
        placeholder={t('report.sentenceHint')}
        onChange={(event) => writeRecommendation(writer, id, event.target.value)}
      />
      <TextArea
        label={t('report.document.why')}
        rows={2}
        value={recommendation.reason}
        onChange={(event) => change({ reason: event.target.value })}
      />
      <TextField
        label={t('report.document.owner')}
        value={recommendation.owner}
        hint={t('report.ownerHint')}
        onChange={(event) => change({ owner: event.target.value })}
      />
      <TextField
        label={t('report.document.by')}
        type="date"
        value={recommendation.by}
        onChange={(event) => change({ by: event.target.value })}
      />
      <Grounds recommendation={recommendation} change={change} />
    </fieldset>
  )
}

function Grounds({
  recommendation: { from },
  change,
}: {
  recommendation: Recommendation
  change: (values: { from: readonly string[] }) => void
}) {
  const { t } = useTranslation()
  const { records } = useSession()
  const cards = useRecords('cards')
  const observations = useRecords('observations')
  const shorten = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text)
  const nameOf = (id: string): string | undefined => {
    const card = records.get('cards', id)
    const observation = records.get('observations', id)
    const text = card?.text || observation?.text
    return text === undefined ? undefined : shorten(text)
  }
  const chosen = from.filter((id) => nameOf(id) !== undefined)
  const open = [
    ...cards
      .filter(({ id, type, text }) => GROUNDS.includes(type) && !from.includes(id) && text.trim() !== '')
      .map(({ id, type, text }) => ({
        id,
        words: `${t(`report.document.link.${type as 'idea'}`)}: ${shorten(text)}`,
      })),
    ...observations
      .filter(({ id, text }) => !from.includes(id) && text.trim() !== '')
      .map(({ id, text }) => ({ id, words: `${t('report.document.link.observation')}: ${shorten(text)}` })),
  ]
  return (
    <div className="field">
      <span className="field-name">{t('report.restsOn')}</span>
      {chosen.length > 0 && (
        <ul className="report-grounds">
          {chosen.map((id) => (
            <li key={id}>
              <span dir="auto">{nameOf(id)}</span>
              <IconButton
                icon={X}
                label={t('report.restsOnLess', { text: nameOf(id) })}
                onClick={() => change({ from: from.filter((other) => other !== id) })}
              />
            </li>
          ))}
        </ul>
      )}
      <select
        className="field-input"
        aria-label={t('report.restsOnMore')}
        value=""
        onChange={(event) => change({ from: [...from, event.target.value] })}
      >
        <option value="" disabled>
          {t('report.restsOnMore')}
        </option>
        {open.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
