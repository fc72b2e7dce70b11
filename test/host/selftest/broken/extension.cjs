exports.activate = () => {
  throw new Error('broken on purpose');
};
