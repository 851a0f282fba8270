import { PluginConfig } from '@/lib/plugins';
import { CoupleWagons, DeliverGoods, RefuseWagon, WaitForSignal } from './jobs';

/** Invented work for developing the console; known to `npm run dev:traffic` alone. */
export class TrafficPlugin extends PluginConfig {
  override name = 'traffic';
  override verboseName = 'Invented traffic';
  override queues = ['goods', 'shunting'];
  override jobs = [DeliverGoods, RefuseWagon, CoupleWagons, WaitForSignal];
}
