-- Makes one document of the book's pages, for pandoc: anchors that are unique across pages, links
-- between pages and into the code that stay inside the document, captions tied to their blocks.
-- Metadata: `page`, the page being read, `code`, the files that the appendix holds, and `players`,
-- the folder of the players, if they are wanted.

local page, code, players = nil, {}, ''

local function stem(path)
  return (path:gsub('^.*/', ''):gsub('%.md$', ''))
end

--- The name that a place has in the document: one that begins with a letter, as XML wants it,
--- and has no _, which pandoc's EPUB writer would take out.
local function anchor_of(path, anchor)
  local name = 'page-' .. stem(path) .. (anchor and anchor ~= '' and '--' .. anchor or '')
  return (name:gsub('_', '-'))
end

local function anchor_of_code(path)
  return (('code-' .. path):gsub('[^%w.-]', '-'))
end

--- The path in the repository that a link of this page means.
local function meant(target)
  local parts = {}
  for part in (page:gsub('[^/]*$', '') .. target):gmatch('[^/]+') do
    if part == '..' then
      table.remove(parts)
    elseif part ~= '.' then
      table.insert(parts, part)
    end
  end
  return table.concat(parts, '/')
end

local function read_meta(meta)
  page = pandoc.utils.stringify(meta.page)
  for path in pandoc.utils.stringify(meta.code):gmatch('%S+') do code[path] = true end
  players = pandoc.utils.stringify(meta.players)
end

local function header(element)
  if page == 'book/README.md' and element.level == 1 then
    element.content = {pandoc.Str('About this book')} -- its own heading is the title
  end
  element.identifier = anchor_of(page, element.level > 1 and element.identifier or nil)
  return element
end

local function link(element)
  local target = element.target
  if target:match('^%a+:') then return element end
  local path, anchor = target:match('^([^#]*)#?(.*)$')
  if path == '' then
    element.target = '#' .. anchor_of(page, anchor)
  elseif meant(path) == 'README.md' then
    element.target = '#' .. anchor_of('book/README.md')
  elseif path:match('%.md$') and meant(path):match('^book/[^/]*$') then
    element.target = '#' .. anchor_of(path, anchor)
  elseif code[meant(path)] then
    element.target = '#' .. anchor_of_code(meant(path))
  else
    return element.content
  end
  return element
end

local function image(element)
  element.src = meant(element.src)
  return element
end

local function is_caption(block)
  return block and block.t == 'Para' and block.content[1].t == 'Strong'
end

--- The number of the player that a block says how to open: commands, or words with a command.
local function player_of(block)
  local says = block.t == 'CodeBlock' and block.classes[1] == 'sh' and block.text or ''
  if block.t == 'Para' then
    pandoc.walk_block(block, {Code = function(code) says = says .. '\n' .. code.text end})
  end
  return says:match('%./learn trace (%d+) %-%-open')
end

--- A frame that holds all of a player, or nil if there is none.
local function frame_of(number)
  number = math.tointeger(tonumber(number))
  local file = number and io.open(string.format('%s/%02d.html', players, number))
  if not file then return nil end
  local source = file:read('a'):gsub('&', '&amp;'):gsub('"', '&quot;')
  file:close()
  return pandoc.RawBlock('html', string.format(
    '<iframe class="player" loading="lazy" title="The program of chapter %d, step by step" srcdoc="%s">'
    .. '</iframe>', number, source))
end

--- Puts the chapter's player below the first block that says how to open it, or else at the end of
--- the section that tells what really happens.
local function add_player(document)
  if players == '' then return nil end
  local place, number, told = nil, page:match('^book/(%d%d)_'), false
  for i, block in ipairs(document.blocks) do
    if player_of(block) then
      place, number = i, player_of(block)
      break
    elseif block.t == 'Header' and block.level <= 2 then
      if told and not place then place = i - 1 end
      told = pandoc.utils.stringify(block):match('^What really happens') ~= nil
    end
  end
  local frame = place and frame_of(number)
  if not frame then return nil end
  document.blocks:insert(place + 1, frame)
  return document
end

--- Puts a caption and the block below it into one piece, which a page break does not part.
local function blocks(list)
  local result = pandoc.List()
  for i, block in ipairs(list) do
    if block.t == 'CodeBlock' then
      if #block.classes == 0 then block.classes = {'picture'} end
      if is_caption(list[i - 1]) then
        local caption = pandoc.Div(result:remove(), pandoc.Attr('', {'caption'}))
        block = pandoc.Div({caption, block}, pandoc.Attr('', {'listing', block.classes[1]}))
      end
    end
    result:insert(block)
  end
  return result
end

return {
  {Meta = read_meta},
  {Pandoc = add_player},
  {Header = header, Link = link, Image = image},
  {Blocks = blocks},
}
