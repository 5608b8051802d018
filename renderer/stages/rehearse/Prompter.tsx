import { useTranslation } from 'react-i18next'
import type { Line } from '#shared/board/schema'
import { directionOf } from '#shared/language'
import { placeIn } from '#shared/script/place'
import { useSingleton } from '../../ui/hooks'
import { LANGUAGES } from '../../ui/language'
import './prompter.css'
import { nameIn, useScript, type WholeScript } from './useScript'

/** UTF-16 units from which a line is set smaller, so that it stays on the screen. */
const LONG = 110

/**
 * The present line of the running rehearsal, large enough for the back row, in both languages, with who
 * speaks before it and the next line dim below. A freeze shows only its question.
 */
export function Prompter() {
  const { t } = useTranslation()
  const live = useSingleton('live')
  const whole = useScript(live.script)
  if (!whole) return null
  const { script, lines, languages } = whole
  const { present, next, at } = placeIn(lines, live.line)
  const [first, second] = languages

  if (live.frozen || present?.kind === 'freeze') {
    const isWritten = present?.kind === 'freeze' && (present.text !== '' || present.translation !== '')
    return (
      <main className="prompter prompter-frozen">
        <h1 className="prompter-scene">{t('rehearse.frozen')}</h1>
        <div className="prompter-line">
          {isWritten ? <Both line={present} languages={languages} /> : <Question languages={languages} />}
        </div>
      </main>
    )
  }
  const speaker = whole.cast.find(({ id }) => id === present?.character)
  const isLong = Math.max(present?.text.length ?? 0, present?.translation.length ?? 0) > LONG
  return (
    <main className={isLong ? 'prompter prompter-long' : 'prompter'}>
      <h1 className="prompter-scene" dir="auto">
        <span>{script.scene || script.title}</span> {script.place !== '' && <strong>{script.place}</strong>}
      </h1>
      {present ? (
        <div
          className={present.kind === 'action' ? 'prompter-line prompter-action' : 'prompter-line'}
          key={present.id}
        >
          {present.kind === 'line' && speaker && (
            <p className="prompter-speaker">
              <span lang={first}>{nameIn(speaker, first)}</span>
              {nameIn(speaker, second) !== nameIn(speaker, first) && (
                <span lang={second} dir={directionOf(second)}>
                  {nameIn(speaker, second)}
                </span>
              )}
            </p>
          )}
          <Both line={present} languages={languages} />
        </div>
      ) : (
        <p className="prompter-words">{t('rehearse.noLines')}</p>
      )}
      <div className="prompter-foot">
        {next && <NextLine line={next} whole={whole} />}
        <span className="prompter-count">{t('rehearse.place', { number: at + 1, count: lines.length })}</span>
      </div>
    </main>
  )
}

/** Asks the room in each of the scene's languages that the app speaks. */
function Question({ languages }: { languages: readonly [string, string] }) {
  const { i18n } = useTranslation()
  const spoken = languages.filter((language) => LANGUAGES.includes(language))
  return (
    <div className="prompter-both">
      {(spoken.length > 0 ? spoken : [i18n.language]).map((language) => (
        <p key={language} className="prompter-words" lang={language} dir={directionOf(language)}>
          {i18n.getFixedT(language)('rehearse.freezeQuestion')}
        </p>
      ))}
    </div>
  )
}

function Both({ line, languages }: { line: Line; languages: readonly [string, string] }) {
  return (
    <div className="prompter-both">
      {line.text !== '' && (
        <p className="prompter-words" lang={languages[0]} dir="auto">
          {line.text}
        </p>
      )}
      {line.translation !== '' && (
        <p className="prompter-words" lang={languages[1]} dir="auto">
          {line.translation}
        </p>
      )}
    </div>
  )
}

function NextLine({ line, whole: { cast, languages } }: { line: Line; whole: WholeScript }) {
  const { t } = useTranslation()
  const speaker = cast.find(({ id }) => id === line.character)
  const words = line.kind === 'freeze' ? t('rehearse.freezeLine') : line.text || line.translation
  const name = line.kind === 'line' ? nameIn(speaker, languages[0]) : ''
  return (
    <p className="prompter-next" dir="auto">
      {t('rehearse.then')} {name !== '' && `${name}: `}
      {words}
    </p>
  )
}
