declare module 'plotly.js-dist-min' {
    const Plotly: { newPlot(place: HTMLElement, data: unknown[], layout: object, config: object): Promise<unknown> };
    export default Plotly;
}
