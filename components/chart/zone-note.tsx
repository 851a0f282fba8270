import { useInBrowser } from '@/components/time/use-now';

/** In which zone the times of a chart are; on the server nobody knows. */
export function ZoneNote() {
  const inBrowser = useInBrowser();
  if (!inBrowser) return null;
  return <>times in {Intl.DateTimeFormat().resolvedOptions().timeZone}</>;
}
