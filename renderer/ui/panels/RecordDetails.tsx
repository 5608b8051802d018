import { useTranslation } from 'react-i18next'
import { writeCard } from '#shared/board/actions/cards'
import { putPerson } from '#shared/board/actions/people'
import { describeMeasure } from '#shared/board/actions/report'
import { isOwnPerson } from '#shared/board/ownName'
import type { Card } from '#shared/board/schema'
import { SIDES } from '#shared/board/vocabulary'
import { useRecord, useSession, useSignal } from '../hooks'
import { Choice, TextField } from '../kit/Field'

/** Whom or what a card stands for: what is written here changes them, wherever they are shown. */
export function RecordDetails({ card, mayChange }: { card: Card; mayChange: boolean }) {
  if (card.type === 'person') return <PersonFields card={card} mayChange={mayChange} />
  return card.type === 'measure' ? <MeasureFields card={card} mayChange={mayChange} /> : null
}

function PersonFields({ card, mayChange: mayWrite }: { card: Card; mayChange: boolean }) {
  const { t } = useTranslation()
  const { writer, undo, replica } = useSession()
  const me = useSignal(replica.me)
  const person = useRecord('people', card.record)
  // The hub holds everybody to it.
  const isOwn = !person || me?.role === 'facilitator' || isOwnPerson(me?.person ?? '', person)
  const mayChange = mayWrite && isOwn
  const put = (values: Parameters<typeof putPerson>[2]) => {
    undo.mark()
    if (person) putPerson(writer, person.id, values)
  }
  if (!person)
    return (
      <Line
        label={t('people.name')}
        value={card.text}
        mayChange={mayChange}
        onWrite={(name) => writeCard(writer, card.id, name)}
      />
    )
  return (
    <>
      <Line
        label={t('people.name')}
        value={person.name}
        mayChange={mayChange}
        onWrite={(name) => put({ name })}
      />
      <Line
        label={t('people.pseudonym')}
        value={person.pseudonym}
        mayChange={mayChange}
        onWrite={(pseudonym) => put({ pseudonym })}
      />
      {mayChange && (
        <Choice
          legend={t('join.side')}
          options={SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
          value={person.side}
          onChoose={(side) => put({ side })}
        />
      )}
    </>
  )
}

function MeasureFields({ card, mayChange }: { card: Card; mayChange: boolean }) {
  const { t } = useTranslation()
  const { writer, undo } = useSession()
  const measure = useRecord('measures', card.record)
  if (!measure) return null
  const put = (values: Parameters<typeof describeMeasure>[2]) => {
    undo.mark()
    describeMeasure(writer, measure.id, values)
  }
  const words = (['name', 'unit', 'source'] as const).map((field) => (
    <Line
      key={field}
      label={t(`measures.${field}`)}
      value={measure[field]}
      mayChange={mayChange}
      onWrite={(value) => put({ [field]: value })}
    />
  ))
  const figures = (['baseline', 'target'] as const).map((field) => (
    <Line
      key={field}
      label={t(`measures.${field}`)}
      value={String(measure[field])}
      isNumber
      mayChange={mayChange}
      onWrite={(value) => put({ [field]: Number(value) })}
    />
  ))
  return (
    <>
      {words.slice(0, 2)}
      {figures}
      {words[2]}
      {mayChange && (
        <Choice
          legend={t('measures.status')}
          options={(['expected', 'observed'] as const).map((value) => ({
            value,
            label: t(`measures.${value}`),
          }))}
          value={measure.status}
          onChoose={(status) => put({ status })}
        />
      )}
    </>
  )
}

function Line({
  label,
  value,
  isNumber = false,
  mayChange,
  onWrite,
}: {
  label: string
  value: string
  isNumber?: boolean
  mayChange: boolean
  onWrite: (value: string) => void
}) {
  return (
    <TextField
      key={value}
      label={label}
      defaultValue={value}
      readOnly={!mayChange}
      {...(isNumber ? { type: 'number', step: 'any' } : {})}
      onKeyDown={(event) => event.stopPropagation()}
      onBlur={({ currentTarget }) => {
        const next = currentTarget.value.trim()
        if (next === value || (isNumber && next === '')) currentTarget.value = value
        else onWrite(next)
      }}
    />
  )
}
