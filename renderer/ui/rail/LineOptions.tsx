import { useSession, useSignal } from '../hooks'
import { LineChoices } from '../marks/LineChoices'
import type { RailOptionsProps } from './railTools'
import '../marks/lines.css'

/** How the connectors will go that the tool draws. */
export function LineOptions(_: RailOptionsProps) {
  const { tools } = useSession()
  const options = useSignal(tools.options)
  return (
    <LineChoices
      route={options.route}
      heads={options.heads}
      onRoute={(route) => tools.options.set({ ...options, route })}
      onHeads={(heads) => tools.options.set({ ...options, heads })}
    />
  )
}
