import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../board/commands/command'
import { commandWith } from '../../board/commands/commands'
import { useSession } from '../hooks'
import { IconButton, type IconButtonProps } from '../kit/Button'

/** A button for one command: its name, its keys and what it does come from the command. */
export function CommandButton({
  id,
  onDone,
  ...rest
}: { id: CommandId; onDone?: () => void } & Omit<IconButtonProps, 'label' | 'shortcut' | 'onClick'>) {
  const { t } = useTranslation()
  const session = useSession()
  const command = commandWith(id)
  const shortcut = command?.keys?.[0]
  return (
    <IconButton
      label={t(`commands.${id}`)}
      {...(shortcut === undefined ? {} : { shortcut })}
      onClick={() => {
        if (command?.isPossible(session)) command.run(session)
        onDone?.()
      }}
      {...rest}
    />
  )
}
