import { Eraser, Highlighter, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NIBS, TINTS } from '#shared/board/vocabulary'
import { useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import type { RailOptionsProps } from './railTools'

const TOOLS = [
  { name: 'pen', icon: Pencil },
  { name: 'highlighter', icon: Highlighter },
  { name: 'eraser', icon: Eraser },
] as const

/** Which pen draws, in which colour and how wide; or the eraser. */
export function InkOptions({ onDone }: RailOptionsProps) {
  const { t } = useTranslation()
  const { tools } = useSession()
  const current = useSignal(tools.current)
  const options = useSignal(tools.options)
  const pen = current === 'pen' || current === 'highlighter' ? current : null
  const choice = pen && options[pen]
  const choose = (values: Partial<typeof options.pen>) => {
    if (pen && choice) tools.options.set({ ...options, [pen]: { ...choice, ...values } })
  }
  return (
    <div className="ink-options">
      <div className="ink-row" role="toolbar" aria-label={t('tools.inkTool')}>
        {TOOLS.map(({ name, icon }) => (
          <IconButton
            key={name}
            icon={icon}
            label={t(`tools.${name}`)}
            pressed={name === current}
            {...(name === current ? { 'data-first': '' } : {})}
            onClick={() => {
              tools.choose(name)
              if (name === 'eraser') onDone()
            }}
          />
        ))}
      </div>
      {choice && (
        <>
          <div className="ink-row" role="toolbar" aria-label={t('tools.nib')}>
            {NIBS.map((nib) => (
              <button
                key={nib}
                type="button"
                className="ink-choice"
                aria-pressed={nib === choice.nib}
                aria-label={t(`tools.${nib}`)}
                title={t(`tools.${nib}`)}
                onClick={() => choose({ nib })}
              >
                <span className={`ink-line ink-${pen} ink-${nib} tint-${choice.tint}`} />
              </button>
            ))}
          </div>
          <div className="ink-tints" role="toolbar" aria-label={t('tools.penTint')}>
            {TINTS.map((tint) => {
              const name = tint === 'white' && pen === 'pen' ? t('tools.inkBlack') : t(`tints.${tint}`)
              return (
                <button
                  key={tint}
                  type="button"
                  className="ink-choice"
                  aria-pressed={tint === choice.tint}
                  aria-label={name}
                  title={name}
                  onClick={() => {
                    choose({ tint })
                    onDone()
                  }}
                >
                  <span className={`ink-dot ink-${pen} tint-${tint}`} />
                </button>
              )
            })}
          </div>
        </>
      )}
    </div>
  )
}
