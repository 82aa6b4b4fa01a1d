-- Prints what pandoc reads in each of many texts, as JSON, one a line: one process for all of them. The file that the
-- variable TEXTS names holds the texts, each ended by the unit 0x1E. Used by the test of what a draft cites.
function Pandoc()
  local file = io.open(os.getenv("TEXTS"), "rb")
  for text in file:read("a"):gmatch("([^\30]*)\30") do
    io.stdout:write(pandoc.write(pandoc.read(text, "markdown"), "json"), "\n")
  end
  file:close()
  os.exit(0)
end
