/*
 * What tools that read no Vue make of our imports. The type check of the renderer sees the components
 * themselves and does not need these.
 */
declare module '*.vue' {
  import type { Component } from 'vue';
  const component: Component;
  export default component;
}

declare module '*.css';
