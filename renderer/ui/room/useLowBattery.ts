import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotices } from '../kit/notices'

/** What a browser says of the battery; Firefox and Safari say nothing. */
interface Battery extends EventTarget {
  /** 0 to 1. */
  readonly level: number
  readonly charging: boolean
}

const LOW = 0.2

/** True below a fifth, while nothing charges it. */
export function isLow({ level, charging }: Pick<Battery, 'level' | 'charging'>): boolean {
  return level < LOW && !charging
}

/** While `isHosting`, warns when the battery of this computer is low; again only after it was charged. */
export function useLowBattery(isHosting: boolean): void {
  const { t } = useTranslation()
  const notices = useNotices()
  useEffect(() => {
    if (!isHosting) return
    let stop = () => {}
    let isOver = false
    let isTold = false
    const { getBattery } = navigator as { getBattery?: () => Promise<Battery> }
    void getBattery?.call(navigator).then((battery) => {
      if (isOver) return
      const look = () => {
        const isNow = isLow(battery)
        if (isNow && !isTold) {
          const percent = Math.round(battery.level * 100)
          notices.say({ words: t('room.batteryLow', { percent }), tone: 'failure' })
        }
        isTold = isNow
      }
      battery.addEventListener('levelchange', look)
      battery.addEventListener('chargingchange', look)
      stop = () => {
        battery.removeEventListener('levelchange', look)
        battery.removeEventListener('chargingchange', look)
      }
      look()
    })
    return () => {
      isOver = true
      stop()
    }
  }, [isHosting, notices, t])
}
