import { Drama, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addCharacter, addScript } from '#shared/board/actions/scripts'
import { write } from '#shared/board/actions/writer'
import { useRecords, useSession, useSignal, useSingleton } from '../../ui/hooks'
import { Button } from '../../ui/kit/Button'
import { Icon } from '../../ui/kit/Icon'
import { Observations } from './Observations'
import './rehearse.css'
import { RunBar } from './RunBar'
import { ScriptDetails } from './ScriptDetails'
import { ScriptLines } from './ScriptLines'
import { useRun } from './useRun'
import { useScript, type WholeScript } from './useScript'

/** Writing a scene in two languages, running it line by line, and noting what the room saw. */
export function RehearseScreen({ onPresent }: { onPresent?: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const canWrite = useSignal(session.canWrite)
  const scripts = useRecords('scripts')
  const live = useSingleton('live')
  const meta = useSingleton('meta')
  const [chosen, setChosen] = useState<string | null>(live.script)
  const id = scripts.some((script) => script.id === chosen) ? chosen : (scripts[0]?.id ?? null)
  const whole = useScript(id)

  const create = () => {
    session.undo.mark()
    const first = meta.language
    const languages = [first, first === 'ar' ? 'en' : 'ar']
    setChosen(
      write(session.writer, () => {
        const script = addScript(session.writer, { languages })
        // Two people make a scene.
        addCharacter(session.writer, script, {})
        addCharacter(session.writer, script, {})
        return script
      }),
    )
  }

  if (!whole)
    return (
      <div className="rehearse-empty">
        <Icon of={Drama} size={44} />
        <h2>{t('rehearse.emptyTitle')}</h2>
        <p>{t('rehearse.empty')}</p>
        {canWrite && (
          <Button tone="primary" large icon={Plus} onClick={create}>
            {t('rehearse.newScript')}
          </Button>
        )}
      </div>
    )
  return (
    <div className="rehearse-screen">
      <div className="rehearse-scripts">
        <label className="rehearse-choice">
          <span className="unseen">{t('rehearse.script')}</span>
          <select
            className="field-input"
            value={whole.script.id}
            onChange={(event) => setChosen(event.target.value)}
          >
            {scripts.map((script, at) => (
              <option key={script.id} value={script.id}>
                {script.title || t('rehearse.untitled', { number: at + 1 })}
              </option>
            ))}
          </select>
        </label>
        {canWrite && (
          <Button icon={Plus} onClick={create}>
            {t('rehearse.newScript')}
          </Button>
        )}
      </div>
      <Rehearsal key={whole.script.id} whole={whole} canWrite={canWrite} onPresent={onPresent} />
    </div>
  )
}

function Rehearsal({
  whole,
  canWrite,
  onPresent,
}: {
  whole: WholeScript
  canWrite: boolean
  onPresent: (() => void) | undefined
}) {
  const run = useRun(whole)
  return (
    <>
      <RunBar run={run} count={whole.lines.length} canWrite={canWrite} onPresent={onPresent} />
      <div className="rehearse-columns">
        <div className="rehearse-script">
          <ScriptDetails whole={whole} canWrite={canWrite} />
          <ScriptLines whole={whole} run={run} canWrite={canWrite} />
        </div>
        <Observations whole={whole} run={run} canWrite={canWrite} />
      </div>
    </>
  )
}
