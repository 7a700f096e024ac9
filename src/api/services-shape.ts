/** How a page reads what the teams of an area help with. */
import { shapeOf } from './document-shapes.js';
import type { Services } from './services.js';
import { serviceItem, servicesDocument } from './services.plain.generated.js';

export const servicesShape = /* @__PURE__ */ shapeOf<Services>('services', {
  document: servicesDocument,
  lists: { services: serviceItem },
});
