import { useTranslation } from 'react-i18next'
import { COMMAND_GROUPS } from '../../board/commands/command'
import { COMMANDS } from '../../board/commands/commands'
import { useSession } from '../hooks'
import { Dialog } from '../kit/Dialog'
import { Keys } from '../kit/Keys'
import { HAND_KEYS } from './handKeys'
import './shortcuts.css'

/** Every key that means something at the wall, in groups, large enough to be read from a projector. */
export function Shortcuts() {
  const { t } = useTranslation()
  const { overlay } = useSession()
  const groups = [
    ...COMMAND_GROUPS.map((group) => ({
      group,
      rows: COMMANDS.filter((command) => command.group === group).flatMap(({ id, keys = [] }) =>
        keys.length > 0 ? [{ name: t(`commands.${id}`), keys }] : [],
      ),
    })),
    {
      group: 'hand' as const,
      rows: HAND_KEYS.map(({ id, keys }) => ({ name: t(`handKeys.${id}`), keys })),
    },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <Dialog title={t('commands.shortcuts')} wide onClose={() => overlay.set(null)}>
      <div className="shortcuts">
        {groups.map(({ group, rows }) => (
          <section key={group} className="shortcuts-group" aria-label={t(`commandGroups.${group}`)}>
            <h3>{t(`commandGroups.${group}`)}</h3>
            <dl>
              {rows.map(({ name, keys }) => (
                <div key={name} className="shortcuts-row">
                  <dt>{name}</dt>
                  <dd>
                    {keys.slice(0, 2).map((each) => (
                      <Keys key={each} keys={each} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
