import type { ActivationFunction } from 'vscode-notebook-renderer';
import Plotly from 'plotly.js-dist-min';

interface Figure { data: unknown[]; layout?: { height?: number; [key: string]: unknown }; config?: object }

const usualHeight = 450;

/** Draws Plotly figures in the output of a cell. The height is set: a chart that takes it from its place collapses there. */
export const activate: ActivationFunction = () => ({
    async renderOutputItem(item, element) {
        const { data, layout = {}, config = {} } = item.json() as Figure;
        const place = document.createElement('div');
        place.style.height = `${layout.height ?? usualHeight}px`;
        element.replaceChildren(place);
        try {
            await Plotly.newPlot(place, data, { ...layout, autosize: true }, { responsive: true, displaylogo: false, ...config });
        } catch (problem) {
            place.style.height = 'auto';
            place.textContent = `The chart could not be drawn: ${(problem as Error).message}`;
        }
    },
});
