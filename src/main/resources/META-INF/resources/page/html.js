/**
 * The one door to the library of components (Preact with htm, taken from Maven at build time).
 * exports: html`<${Component} …/>`, render, h, createContext, useState, useEffect, useLayoutEffect, useRef, useMemo,
 * useCallback, useReducer, useContext, useErrorBoundary.
 */
export {
  html, render, h, createContext, useState, useEffect, useLayoutEffect, useRef, useMemo, useCallback, useReducer,
  useContext, useErrorBoundary,
} from './lib/standalone.module.js';
