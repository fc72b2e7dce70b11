/** Words that lead on to what was cut off: «日益增长的», «以高质量发展为». */
export const DANGLING = '的地得和与及或并在对把将以为从向由使让';
