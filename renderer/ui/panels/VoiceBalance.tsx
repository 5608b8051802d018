import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SIDES, type Side } from '#shared/board/vocabulary'
import { followVoices, type Voices } from '../../board/voices'
import { useSession, useSignal } from '../hooks'
import { presentPeople } from '../people'
import './voiceBalance.css'

/** For whoever leads the room alone: the share of cards by side beside the share of people here. It names nobody. */
export function VoiceBalance() {
  const { t } = useTranslation()
  const { records, replica } = useSession()
  const peers = useSignal(replica.people)
  const [voices, setVoices] = useState<Voices | null>(null)
  useEffect(() => {
    const following = followVoices(records)
    const show = () => setVoices(following.voices.get())
    show()
    const stop = following.voices.subscribe(show)
    return () => {
      stop()
      following.dispose()
    }
  }, [records])
  if (!voices) return null
  const present = presentPeople(peers, undefined).filter(({ person }) => person !== '')
  const here = (side: Side) => present.filter((one) => one.side === side).length
  const cards = SIDES.reduce((sum, side) => sum + voices[side], 0)
  const shown = SIDES.filter((side) => voices[side] > 0 || here(side) > 0)
  if (cards === 0) return null
  return (
    <section className="voices" aria-labelledby="voices">
      <h2 id="voices">{t('voices.title')}</h2>
      <p className="field-note">{t('voices.lead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('voices.side')}</th>
            <th scope="col">{t('voices.cards')}</th>
            <th scope="col">{t('voices.people')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((side) => (
            <tr key={side}>
              <th scope="row">{t(`sides.${side}`)}</th>
              <td>
                <Share part={voices[side]} whole={cards} tone="cards" />
              </td>
              <td>
                <Share part={here(side)} whole={present.length} tone="people" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Share({ part, whole, tone }: { part: number; whole: number; tone: 'cards' | 'people' }) {
  const share = whole === 0 ? 0 : part / whole
  const words = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' }).format(share)
  return (
    <span className={`share share-${tone}`} title={String(part)}>
      <span className="share-words">{words}</span>
      <span className="share-track">
        {share > 0 && <span className="share-bar" style={{ inlineSize: `${share * 100}%` }} />}
      </span>
    </span>
  )
}
