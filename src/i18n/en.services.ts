import type { viServices } from './vi.services.js';

/** The English texts of the service guide. */
export const enServices: typeof viServices = {
  listUpdated: 'List updated on {date}',
  qrAll: 'Show all QR codes',
  qrHide: 'Hide QR code',
  qrHideAll: 'Hide all QR codes',
  qrOf: 'QR code of {name}, opens {host}',
  qrShow: 'QR code',
  serviceOpen: 'Open {name} ({host})',
  serviceRetired: 'Closed after {date}',
  serviceUntil: 'In use until {date}',
  servicesBack: 'Back to the list',
  servicesEmpty: 'No services for this area yet',
  servicesTitle: 'What the teams help with, {area}',
};
