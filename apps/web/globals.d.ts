// Constants that the build writes into the browser application.
declare const __GALLERY__: boolean;
