// Lets a stylesheet be imported for its effect, as Vite does.
declare module '*.css';
