import { X } from 'lucide-react'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/failure'
import { useSignal } from '../hooks'
import { useHandBack } from '../useHandBack'
import { Button, IconButton } from './Button'
import { shownDialogs } from './shownDialogs'

export interface Notice {
  readonly words: string
  readonly tone?: 'plain' | 'failure'
  readonly action?: { readonly label: string; readonly run: () => void }
}

export interface Notices {
  /**
   * Shows a sentence for a while, and as long as somebody points at it or has the focus in it; a failure stays until
   * it is put away, by hand or by what is returned.
   */
  say(notice: Notice): () => void
  /** Words a failure. Cancelling something is not worth a sentence. */
  fail(failure: Failure): void
}

const NoticesContext = createContext<Notices | null>(null)

/** ms that a plain notice stays after nobody points at it any more */
const WHILE = 7000

interface SaidNotice extends Notice {
  readonly key: number
  /** ms of `performance.now()` */
  readonly at: number
}

/** How a part of the interface tells people what happened. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext)
  if (!notices) throw new Error('no notices above this component')
  return notices
}

/** Shows notices over whatever is inside. */
export function NoticeBoard({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<readonly SaidNotice[]>([])
  const last = useRef(0)
  const putAway = useCallback((key: number) => setShown((now) => now.filter((one) => one.key !== key)), [])
  const notices = useMemo<Notices>(() => {
    const say = (notice: Notice) => {
      last.current += 1
      const said: SaidNotice = { ...notice, key: last.current, at: performance.now() }
      setShown((now) => [...now.filter(({ words }) => words !== notice.words), said].slice(-3))
      return () => putAway(said.key)
    }
    return {
      say,
      fail: ({ code }) => {
        if (code !== 'cancelled') say({ words: t(`failures.${code}`), tone: 'failure' })
      },
    }
  }, [t, putAway])
  const dialog = useSignal(shownDialogs).at(-1)
  const place = (
    <div className="notices" role="status">
      {shown.map((notice) => (
        <ShownNotice key={notice.key} notice={notice} onGone={() => putAway(notice.key)} />
      ))}
    </div>
  )
  return (
    <NoticesContext value={notices}>
      {children}
      {/* Under a dialog nobody sees, hears or reaches a notice. */}
      {dialog ? createPortal(place, dialog) : place}
    </NoticesContext>
  )
}

function ShownNotice({ notice, onGone }: { notice: SaidNotice; onGone: () => void }) {
  const { t } = useTranslation()
  const { words, tone, action, at } = notice
  const [isPointedAt, setPointedAt] = useState(false)
  const [hasFocus, setFocus] = useState(false)
  const stays = tone === 'failure' || isPointedAt || hasFocus
  const go = useEffectEvent(onGone)
  // A dialog that opens or closes takes the notices along: they are no younger for that.
  const goesAt = useRef(at + WHILE)
  useEffect(() => {
    // A button that vanishes under the hand that reaches for it is worse than none.
    if (stays)
      return () => {
        goesAt.current = performance.now() + WHILE
      }
    const timer = setTimeout(() => go(), goesAt.current - performance.now())
    return () => clearTimeout(timer)
  }, [stays])
  const box = useRef<HTMLDivElement>(null)
  useHandBack(box)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here but to wait for whoever is at it.
    <div
      ref={box}
      className={tone === 'failure' ? 'notice notice-failure' : 'notice'}
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
    >
      <p dir="auto">{words}</p>
      {action && (
        <Button
          tone="quiet"
          onClick={() => {
            onGone()
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label={t('app.close')} hint="above" onClick={onGone} />
    </div>
  )
}
