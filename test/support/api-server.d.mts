export interface ApiServer {
  origin: string;
  otherOrigin: string;
  close(): Promise<void>;
}
export function startApiServer(options?: { port?: number }): Promise<ApiServer>;
