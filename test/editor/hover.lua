-- Run by a headless Neovim (see neovim.ts): starts the language server as a user's configuration would, opens a draft
-- in it, and prints the answer to a hover as one line of JSON. Works in Neovim 0.7 and later.
local function env(name)
  local value = vim.env[name]
  return value or error(name .. ' is not set')
end

local answer
local client_id = assert(vim.lsp.start_client({
  name = 'rapporteur',
  cmd = { env('RAPPORTEUR_NODE'), env('RAPPORTEUR_PROGRAM'), 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
}))

vim.cmd('edit ' .. vim.fn.fnameescape(env('RAPPORTEUR_DRAFT')))
vim.bo.filetype = 'markdown'
vim.lsp.buf_attach_client(0, client_id)

local function initialized()
  local client = vim.lsp.get_client_by_id(client_id)
  return client and client.initialized
end
if not vim.wait(15000, initialized, 20) then
  answer = { error = 'the server did not start' }
else
  local line, character = tonumber(env('RAPPORTEUR_LINE')), tonumber(env('RAPPORTEUR_CHARACTER'))
  vim.lsp.buf_request(0, 'textDocument/hover', {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = character },
  }, function(err, result)
    answer = { error = err and err.message, result = result }
  end)
  vim.wait(15000, function() return answer ~= nil end, 20)
end

io.stdout:write(vim.fn.json_encode(answer or { error = 'the server did not answer' }) .. '\n')
vim.lsp.stop_client(client_id)
vim.cmd('qall!')
