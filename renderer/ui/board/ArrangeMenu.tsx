import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  BringToFront,
  ChevronDown,
  ChevronUp,
  Grid3x3,
  Group,
  LayoutGrid,
  Lock,
  type LucideIcon,
  SendToBack,
  Ungroup,
} from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../board/commands/command'
import { commandWith } from '../../board/commands/commands'
import { CommandButton } from '../commands/CommandButton'
import { useRecords, useSession } from '../hooks'
import { IconButton } from '../kit/Button'
import { Popover } from '../kit/Popover'

type Entry = readonly [id: CommandId, icon: LucideIcon]

/** Four in a row. The icons show where things go on the wall, so they look the same in every language. */
const PLACES: readonly Entry[] = [
  ['alignLeft', AlignStartVertical],
  ['alignCentre', AlignCenterVertical],
  ['alignRight', AlignEndVertical],
  ['distributeAcross', AlignHorizontalSpaceAround],
  ['alignTop', AlignStartHorizontal],
  ['alignMiddle', AlignCenterHorizontal],
  ['alignBottom', AlignEndHorizontal],
  ['distributeDown', AlignVerticalSpaceAround],
]
const ORDER: readonly Entry[] = [
  ['bringToFront', BringToFront],
  ['bringForward', ChevronUp],
  ['sendBackward', ChevronDown],
  ['sendToBack', SendToBack],
]
const TOGETHER: readonly Entry[] = [
  ['tidy', Grid3x3],
  ['group', Group],
  ['ungroup', Ungroup],
  ['lock', Lock],
]

/** How the selected cards stand: a button that opens a sheet of icons, as many as mean something now. */
export function ArrangeMenu() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)
  return (
    <>
      <IconButton
        ref={button}
        icon={LayoutGrid}
        label={t('arrange.open')}
        hint="above"
        aria-haspopup="true"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Popover anchor={button} onClose={close}>
          <div className="arrange">
            <Part label={t('arrange.places')} entries={PLACES} />
            <Part label={t('arrange.order')} entries={ORDER} />
            <Part label={t('arrange.together')} entries={TOGETHER} onDone={close} />
          </div>
        </Popover>
      )}
    </>
  )
}

/** Commands that belong together; nothing when none of them is possible. */
function Part({ label, entries, onDone }: { label: string; entries: readonly Entry[]; onDone?: () => void }) {
  const session = useSession()
  // What is possible changes with the cards.
  useRecords('cards')
  const isPossible = ([id]: Entry) => commandWith(id)?.isPossible(session) ?? false
  if (!entries.some(isPossible)) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div role="group" aria-label={label} className="arrange-part">
      {entries.map((entry) => (
        <CommandButton
          key={entry[0]}
          id={entry[0]}
          icon={entry[1]}
          disabled={!isPossible(entry)}
          {...(onDone ? { onDone } : {})}
        />
      ))}
    </div>
  )
}
