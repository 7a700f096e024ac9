/** The content of a service guide without its drawing. */
import type { Area, Indicator, Observation } from '../../api/figures.js';
import type { Service, Services } from '../../api/services.js';
import { areaKind } from '../../domain/areas.js';
import { formerAndPresent, fullAreaName } from '../../i18n/area-names.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { figureOf, historyOf, newestOf, type Figure } from '../../domain/observations.js';
import { creditsIn, hasSample } from '../../domain/sourced-observation.js';
import type { Wording } from '../../i18n/figures.js';
import { textOf } from '../../i18n/texts.js';
import { hostName } from '../../parts/base/host-name.js';
import { safeLink } from '../../data/addresses.js';

export interface ServiceModel {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Where the service is; absent for one that has no address, or is retired. */
  readonly href: string | undefined;
  readonly host: string;
  /** The last day of use, where one is known. */
  readonly until: string | undefined;
  readonly retired: boolean;
  readonly indicator: Indicator | undefined;
  /** How many use it; absent where no figure is asked for. */
  readonly figure: Figure | undefined;
}

export interface GuideModel {
  readonly area: string;
  readonly services: readonly ServiceModel[];
  readonly newest: Observation | undefined;
  readonly sample: boolean;
}

/** The area whose services a guide shows: the one that is meant, else the document's own. */
export const guideArea = (doc: Services, wanted: string | undefined): string => {
  const meant = wanted && canonicalAreaId(wanted);
  return meant && doc.areas[meant] ? meant : doc.area;
};

/** Services in use first, in the document's order; retired ones after them. */
export function guideModel(
  doc: Services,
  wanted: string | undefined,
  base: string,
  today: string,
  { language }: Wording,
): GuideModel {
  const area = guideArea(doc, wanted);
  const all = doc.services.map((service) =>
    serviceModel(service, doc, area, base, today, language),
  );
  const services = [...all.filter((s) => !s.retired), ...all.filter((s) => s.retired)];
  const observations = services.map(({ figure }) => figure?.observation);
  return {
    area,
    services,
    newest: newestOf(observations),
    sample: hasSample(creditsIn(observations, doc, base)),
  };
}

function serviceModel(
  service: Service,
  { observations, indicators }: Services,
  area: string,
  base: string,
  today: string,
  language: string,
): ServiceModel {
  const { id, until, indicator: key } = service;
  const retired = until !== undefined && until < today;
  // On a server there is no page to resolve against: whole addresses are links there too.
  const href = retired ? undefined : safeLink(service.url, base || (service.url ?? ''));
  const figure = key ? figureOf(historyOf(observations, area, key)) : undefined;
  return {
    id,
    name: textOf(service.name, language) || id,
    about: textOf(service.about, language),
    href,
    host: href ? hostName(href) : '',
    until,
    retired,
    indicator: indicators[key ?? ''],
    figure: figure?.observation ? figure : undefined,
  };
}

/** The area's name today: "Bình Phước (cũ)", "cả nước". */
export function guidePlace(
  { areas }: Services,
  id: string,
  today: string,
  { language, t }: Wording,
): { readonly name: string; readonly present: string | undefined } {
  const area = areas[id];
  if (!area || areaKind(area) === 'country') {
    return { name: area ? t('nationwide') : id, present: undefined };
  }
  const lookup = (one: string): Area | undefined => areas[one];
  const { former, present } = formerAndPresent(id, lookup, language, { today });
  return { name: former ?? fullAreaName(area, language), present };
}
