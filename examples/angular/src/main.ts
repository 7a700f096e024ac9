import { bootstrapApplication } from '@angular/platform-browser';
import 'tcns-widgets/kpi-card';
import { App } from './app/app';
import { config } from './app/config';

void bootstrapApplication(App, config);
