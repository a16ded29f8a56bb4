export { WhatStep } from './WhatStep';
