import { keyNames } from './keyNames'
import './keys.css'

/** Keys as the caps one presses. */
export function Keys({ keys }: { keys: string }) {
  return (
    <kbd className="keys" dir="ltr">
      {keyNames(keys).map((name) => (
        <kbd key={name} className="key">
          {name}
        </kbd>
      ))}
    </kbd>
  )
}
