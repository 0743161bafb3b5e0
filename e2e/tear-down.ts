import { removeFolders } from './clone';

export default removeFolders;
