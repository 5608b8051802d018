import { useTranslation } from 'react-i18next'
import { HEADS, type Heads, ROUTES, type Route } from '#shared/board/vocabulary'
import { Choices } from '../kit/Choices'

const PATHS: Readonly<Record<Route, string>> = {
  straight: 'M3 17 25 3',
  elbow: 'M3 17h8q3 0 3-3V6q0-3 3-3h8',
  curved: 'M3 17c13 0 9-14 22-14',
}

const LINE = 'M4 10h20'
const AT_START = 'M10 4 4 10l6 6'
const AT_END = 'm18 4 6 6-6 6'
const ARROWS: Readonly<Record<Heads, string>> = {
  none: LINE,
  start: `${LINE}${AT_START}`,
  end: `${LINE}${AT_END}`,
  both: `${LINE}${AT_START}${AT_END}`,
}

/** How a connector goes, and which ends have arrowheads. The pictures read from its start on the left. */
export function LineChoices({
  route,
  heads,
  onRoute,
  onHeads,
}: {
  /** Null where the selected connectors differ. */
  route: Route | null
  heads: Heads | null
  onRoute: (route: Route) => void
  onHeads: (heads: Heads) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="line-choices">
      <Choices
        label={t('connector.route')}
        chosen={route}
        columns={3}
        onChoose={onRoute}
        choices={ROUTES.map((value) => ({
          value,
          label: t(`routes.${value}`),
          drawing: <Sign path={PATHS[value]} />,
        }))}
      />
      <Choices
        label={t('connector.heads')}
        chosen={heads}
        columns={2}
        onChoose={onHeads}
        choices={HEADS.map((value) => ({
          value,
          label: t(`heads.${value}`),
          drawing: <Sign path={ARROWS[value]} />,
        }))}
      />
    </div>
  )
}

function Sign({ path }: { path: string }) {
  return (
    <svg className="mark-sign" viewBox="0 0 28 20" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
