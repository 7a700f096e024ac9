/** Loads `embed.config.json`, once a folder. */
import { readConfig, type EmbedConfig } from './request.js';

const loading = new Map<string, Promise<EmbedConfig>>();

/** The configuration beside `embed.html`; without a readable one, its own origin is allowed. */
export function loadConfig(base: string): Promise<EmbedConfig> {
  const url = `${base}embed.config.json`;
  let config = loading.get(base);
  if (!config) {
    config = fetch(url, { credentials: 'omit' })
      .then((response) => (response.ok ? (response.json() as Promise<unknown>) : undefined))
      .catch(() => undefined)
      .then((raw) => readConfig(raw, url));
    loading.set(base, config);
  }
  return config;
}
