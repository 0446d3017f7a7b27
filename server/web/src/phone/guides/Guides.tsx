// P11: what a volunteer shows to bà con: a page each, big pictures, also without signal and on paper.
import { Button, EmptyState, Icon } from '../../ui';
import { t } from '../i18n';
import { GUIDES, guidePath } from '../paths';
import { Page } from '../shell/Page';
import { guides, type Guide } from './guides';
import './guides.css';
import { pictures } from './pictures';

export const Guides = ({ slug }: { slug: string | null }) => {
  if (slug === null) return <List />;
  const guide = guides().find((one) => one.slug === slug);
  return guide ? <OneGuide guide={guide} /> : <Unknown />;
};

const List = () => (
  <Page title={t('guides.title')}>
    <div class="stack">
      <p class="quiet">{t('guides.lead')}</p>
      {guides().map(({ slug, picture, title, lead }) => (
        <a class="card guide-link" key={slug} href={guidePath(slug)}>
          {pictures[picture]}
          <span class="guide-link-text">
            <strong>{title}</strong>
            <span class="quiet">{lead}</span>
          </span>
          <Icon name="chevron-right" size={20} />
        </a>
      ))}
    </div>
  </Page>
);

const OneGuide = ({ guide }: { guide: Guide }) => (
  <Page title={guide.title} back={GUIDES}>
    <article class="guide">
      <p class="guide-lead">{guide.lead}</p>
      <ol class="guide-steps">
        {guide.steps.map(({ picture, title, text }, i) => (
          <li class="card guide-step" key={title}>
            {pictures[picture]}
            <div>
              <h2>
                <span class="guide-number">{i + 1}</span>
                {title}
              </h2>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ol>
      <section class="guide-never" aria-labelledby="never">
        <h2 id="never">
          <Icon name="warning" />
          {t('guides.remember')}
        </h2>
        <ul>
          {guide.never.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <p class="hint">{guide.note}</p>
      <p class="guide-print">
        <Button icon="print" wide onClick={() => print()}>
          {t('guides.print')}
        </Button>
      </p>
    </article>
  </Page>
);

const Unknown = () => (
  <Page title={t('not_here')} back={GUIDES}>
    <EmptyState icon="book" title={t('not_here.hint')} action={<Button href={GUIDES}>{t('guides.title')}</Button>} />
  </Page>
);
