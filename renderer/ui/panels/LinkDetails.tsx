import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { hostOf } from '#shared/board/links'
import { usePlatform } from '../hooks'
import { Button } from '../kit/Button'

/** The whole address of a link, so that a person can see where it leads before they go there. */
export function LinkDetails({ link }: { link: string }) {
  const { t } = useTranslation()
  const { openLink } = usePlatform()
  if (link === '') return null
  return (
    <section className="details-part">
      <h3>{t('details.address')}</h3>
      <p className="details-words details-address" dir="ltr">
        {link}
      </p>
      {hostOf(link) !== null && (
        <Button icon={ExternalLink} onClick={() => openLink(link)}>
          {t('details.openLink')}
        </Button>
      )}
    </section>
  )
}
