import { useSession, useSignal } from '../hooks'
import { ShapeChoices } from '../marks/ShapeChoices'
import type { RailOptionsProps } from './railTools'
import '../marks/lines.css'

/** Which shape the tool draws. */
export function ShapeOptions({ onDone }: RailOptionsProps) {
  const { tools } = useSession()
  const options = useSignal(tools.options)
  return (
    <ShapeChoices
      shape={options.shape}
      onChoose={(shape) => {
        tools.options.set({ ...options, shape })
        onDone()
      }}
    />
  )
}
